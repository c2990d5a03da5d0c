import { ipcRenderer } from 'electron'

// The whole of what the page is given: one port, on which it speaks the desk's contract.
window.addEventListener('message', (event) => {
  if (event.source === window && event.data?.type === 'desk-port-wanted') ipcRenderer.send('desk-port-wanted')
})
ipcRenderer.on('desk-port', (event) => {
  window.postMessage('desk-port', window.location.origin, [...event.ports])
})
