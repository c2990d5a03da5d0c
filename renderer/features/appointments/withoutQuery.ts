/**
 * Takes what the address asked for out of it once it has been read: the next page keeps the address's query, and would
 * find a time there that was asked for somewhere else.
 */
export function withoutQuery() {
  if (location.search === '') return
  const { pathname, hash } = location
  history.replaceState(history.state, '', `${pathname}${hash}`)
}
