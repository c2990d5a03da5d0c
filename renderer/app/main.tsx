import '@fontsource/source-sans-3/latin-400.css'
import '@fontsource/source-sans-3/latin-600.css'
import '@fontsource/source-sans-3/latin-ext-400.css'
import '@fontsource/source-sans-3/latin-ext-600.css'
import { createRoot } from 'react-dom/client'
import { startI18n } from '../i18n/index'
import { App } from './App'
import { loadAhead } from './later'

const root = document.getElementById('root')
if (root !== null)
  void startI18n().then(() => {
    createRoot(root).render(<App />)
    return loadAhead()
  })
