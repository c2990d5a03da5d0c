import '@fontsource/source-sans-3/latin-400.css'
import '@fontsource/source-sans-3/latin-600.css'
import './board.css'
import { createRoot } from 'react-dom/client'
import { Board } from './Board'
import { wordsOf } from './words'

document.title = `${wordsOf('board:title').fi} – Heka Desk`
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Board />)
