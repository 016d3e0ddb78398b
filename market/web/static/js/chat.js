// Chat without reloading: new words are fetched when the stream says that there are some. The page works without this.

const log = document.querySelector('[data-stream]')
let shown = ''

// The newest words are read from their first line: a number to ring must not be scrolled away by what follows it.
function showNewest() {
  document.getElementById('newest')?.scrollIntoView({ block: 'start' })
}

// What stands there already is left alone, so that a screen reader hears only what is new; used buttons go.
function renew(words) {
  const fresh = new Map()
  const page = new DOMParser().parseFromString(words, 'text/html')
  for (const bubble of page.querySelectorAll('[data-key]')) fresh.set(bubble.dataset.key, bubble)
  const list = log.querySelector('.chat__bubbles')
  for (const old of [...list.children]) {
    const same = fresh.get(old.dataset.key)
    if (!same) {
      old.remove()
      continue
    }
    old.toggleAttribute('id', false)
    if (same.id) old.id = same.id
    const form = old.querySelector('form'), now = same.querySelector('form')
    if (choices(form) !== choices(now)) {
      form?.remove()
      if (now) old.append(now)
    }
    fresh.delete(old.dataset.key)
  }
  list.append(...fresh.values())
}

function choices(form) {
  return form ? [...form.querySelectorAll('button, a')].map((choice) => choice.value || choice.href).join() : ''
}

// Who pressed a button with the keyboard goes on from the answer, not from the top of the page.
function focusNewest() {
  const newest = document.getElementById('newest')
  newest?.setAttribute('tabindex', '-1')
  newest?.focus({ preventScroll: true })
}

async function showFresh() {
  const answer = await fetch(log.dataset.fresh, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const words = await answer.text()
  if (words === shown) return
  shown = words
  renew(words)
  showNewest()
}

// A message goes without leaving the page, so that the cursor stays in the box. If that fails, the form goes as usual.
async function send(event) {
  const form = event.target
  if (form.getAttribute('action') !== log.dataset.post) return
  event.preventDefault()
  const words = new FormData(form, event.submitter)
  const box = form.querySelector('textarea')
  if (box && !box.value.trim()) return
  for (const button of form.querySelectorAll('button')) button.disabled = true
  try {
    const answer = await fetch(log.dataset.post, { method: 'POST', body: new URLSearchParams(words) })
    if (!answer.ok) throw new Error(String(answer.status))
    if (box) box.value = ''
    await showFresh()
    if (!box) focusNewest()
  } catch {
    location.reload()
  } finally {
    for (const button of form.querySelectorAll('button')) button.disabled = false
  }
}

// Return sends, Shift and Return begins a new line.
function sendOnReturn(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.target.id !== 'text') return
  event.preventDefault()
  event.target.form.requestSubmit()
}

if (log) {
  if (log.querySelectorAll('.bubble').length > 1) showNewest()
  new EventSource(log.dataset.stream).addEventListener('fresh', showFresh)
  document.addEventListener('submit', send)
  document.addEventListener('keydown', sendOnReturn)
}
