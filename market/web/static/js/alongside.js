// Progressive enhancement only: every page works without this file.
import { createAll, Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios } from './govuk-frontend-6.3.0.min.js?v=03560aaedb'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios]) {
  createAll(Component)
}

// "Print this page" is a line of advice without scripts, and a button with them.
function offerPrinting(root) {
  for (const advice of root.querySelectorAll('[data-print]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'link-button no-print'
    button.append(...advice.querySelectorAll('svg'), advice.dataset.print)
    button.addEventListener('click', () => window.print())
    advice.replaceChildren(button)
    advice.removeAttribute('data-print')
  }
}

// A chat opens at its newest words, and stays there when new ones come.
function showNewest(root) {
  for (const chat of root.querySelectorAll('[data-newest]')) chat.scrollTop = chat.scrollHeight
}

// An open menu closes on Escape or when something else is touched.
function closeMenus(event) {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (event.type === 'keydown' ? event.key === 'Escape' : !menu.contains(event.target)) menu.open = false
  }
}

function enhance(root) {
  offerPrinting(root)
  showNewest(root)
}

document.addEventListener('keydown', closeMenus)
document.addEventListener('click', closeMenus)
document.addEventListener('htmx:after:swap', () => enhance(document))
enhance(document)
