import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
// biome-ignore lint/a11y/noAutofocus: the focus is what the bench waits for
if (root !== null) createRoot(root).render(<input aria-label="empty" autoFocus />)
