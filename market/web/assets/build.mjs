// Builds market/web/static from these sources: style sheets, fonts, icons, scripts and LICENCES.md.
//
//   node build.mjs          writes ../static
//   node build.mjs --check  writes nothing; exits 1 and names each file that differs
//
// Installs the packages of package-lock.json first when they are absent or of another version.
// The same sources always give the same bytes: no dates, no paths, no source maps, sorted lists.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const STATIC = join(HERE, '..', 'static')
const MODULES = join(HERE, 'node_modules')
const FONT = '@fontsource-variable/atkinson-hyperlegible-next'
const FONT_FILES = ['latin', 'latin-ext'].flatMap((set) => [`${set}-wght-normal`, `${set}-wght-italic`])

const text = (...parts) => readFileSync(join(...parts), 'utf8')
const manifest = JSON.parse(text(HERE, 'package.json'))
const versions = manifest.devDependencies

function installedVersion(name) {
  const file = join(MODULES, name, 'package.json')
  return existsSync(file) ? JSON.parse(text(file)).version : null
}

function install() {
  if (Object.entries(versions).every(([name, version]) => installedVersion(name) === version)) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: HERE, stdio: ['ignore', process.stderr, process.stderr] })
}

async function styles() {
  const sass = await import(pathToFileURL(join(MODULES, 'sass', 'sass.node.mjs')).href)
  const result = sass.compile(join(HERE, 'scss', 'alongside.scss'), {
    style: 'compressed', loadPaths: [MODULES], quietDeps: true, sourceMap: false
  })
  // GOV.UK Frontend writes its blue by hand in three places, past its own settings; ours is the pine of scss/_palette.scss.
  return result.css.replaceAll('#1d70b8', '#0e5550') + '\n'
}

// One file of <symbol>s: a page asks for it once, <use> takes the colour of the words beside it.
function sprite() {
  const names = text(HERE, 'icons.txt').split('\n').map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#')).sort()
  const symbols = [...new Set(names)].map((name) => {
    const svg = text(MODULES, 'lucide-static', 'icons', `${name}.svg`)
    const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    return `<symbol id="${name}" viewBox="0 0 24 24">${body.replace(/\s*\n\s*/g, '')}</symbol>`
  })
  return '<svg xmlns="http://www.w3.org/2000/svg">\n' + symbols.join('\n') + '\n</svg>\n'
}

function withoutSourceMap(script) {
  return script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '').trimEnd() + '\n'
}

function licences() {
  const parts = [
    // its npm package carries no licence file: this is the text of its repository
    ['GOV.UK Frontend', 'govuk-frontend', join('..', '..', 'licences', 'govuk-frontend.txt'), 'Style sheets and scripts of form components (`css/alongside.css`, `js/govuk-frontend-*.js`). '
      + 'Its crown, its typeface and its colours are not used and not included.'],
    ['htmx', 'htmx.org', 'LICENSE', 'Script (`js/htmx-*.js`).'],
    ['Atkinson Hyperlegible Next', FONT, 'LICENSE', 'Typeface (`fonts/`).'],
    ['Lucide', 'lucide-static', 'LICENSE', 'Icons (`icons.svg`).']
  ]
  const head = '# Licences of the files in this folder\n\nWritten by `../assets/build.mjs`; change it there.\n\n'
    + 'What is not named here (our own style sheets, scripts, the mark in `images/`) is part of Alongside, under Apache-2.0 (`LICENSE` at the top).\n'
  return head + parts.map(([title, name, file, about]) =>
    `\n## ${title} ${versions[name]}\n\n${about} npm package \`${name}\`.\n\n\`\`\`text\n`
    + text(MODULES, name, file).split('\n').map((line) => line.trimEnd()).join('\n').trim() + '\n```\n').join('')
}

// The mark of a file's content in its address, as ../static_files.py makes it: browsers keep marked files for a year.
const marked = (name, content) => `${name}?v=${createHash('sha256').update(content).digest('hex').slice(0, 10)}`

async function build() {
  const files = new Map()
  let css = await styles()
  const govuk = `govuk-frontend-${versions['govuk-frontend']}.min.js`
  const govukScript = withoutSourceMap(text(MODULES, 'govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js'))
  files.set('icons.svg', sprite())
  files.set('LICENCES.md', licences())
  files.set(`js/${govuk}`, govukScript)
  files.set(`js/htmx-${versions['htmx.org']}.min.js`, withoutSourceMap(text(MODULES, 'htmx.org', 'dist', 'htmx.min.js')))
  files.set('js/alongside.js', text(HERE, 'js', 'alongside.js')
    .replace('GOVUK_FRONTEND', `./${marked(govuk, govukScript)}`))
  files.set('js/chat.js', text(HERE, 'js', 'chat.js'))
  for (const name of FONT_FILES) {
    const file = `atkinson-hyperlegible-next-${name}.woff2`
    files.set(`fonts/${file}`, readFileSync(join(MODULES, FONT, 'files', file)))
    css = css.replaceAll(file, marked(file, files.get(`fonts/${file}`)))
  }
  files.set('css/alongside.css', css)
  for (const name of readdirSync(join(HERE, 'images')).sort()) {
    files.set(`images/${name}`, readFileSync(join(HERE, 'images', name)))
  }
  return files
}

function present(folder = STATIC) {
  if (!existsSync(folder)) return []
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? present(path) : [relative(STATIC, path).split(sep).join('/')]
  })
}

function differences(files) {
  const changed = [...files].filter(([name, content]) => {
    const path = join(STATIC, name)
    return !existsSync(path) || !readFileSync(path).equals(Buffer.from(content))
  }).map(([name]) => name)
  return { changed, extra: present().filter((name) => !files.has(name)) }
}

install()
const files = await build()
const { changed, extra } = differences(files)
if (process.argv.includes('--check')) {
  for (const name of changed) console.error(`static/${name} is not what the sources give`)
  for (const name of extra) console.error(`static/${name} comes from no source`)
  if (changed.length || extra.length) {
    console.error('Run ./dev assets and commit market/web/static.')
    process.exit(1)
  }
  console.error(`static: ${files.size} files, all as built`)
} else {
  for (const name of extra) rmSync(join(STATIC, name))
  for (const name of changed) {
    mkdirSync(dirname(join(STATIC, name)), { recursive: true })
    writeFileSync(join(STATIC, name), files.get(name))
  }
  console.error(`static: ${files.size} files, ${changed.length} written, ${extra.length} removed`)
}
