/** Moves the focus to the heading of the page, from where the single keys of the call work and Tab goes on in order. */
export function focusHeading() {
  document.querySelector('h1')?.focus()
}
