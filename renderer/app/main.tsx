import '@fontsource/source-sans-3/latin-400.css'
import '@fontsource/source-sans-3/latin-600.css'
import '@fontsource/source-sans-3/latin-ext-400.css'
import '@fontsource/source-sans-3/latin-ext-600.css'
import { createRoot } from 'react-dom/client'
import { startI18n } from '../i18n/index'
import { App } from './App'
import { api } from './client'
import { queryClient } from './queryClient'

// What the page begins with is asked while its texts are on their way; asked in vain, it is asked again by the page.
void queryClient.prefetchQuery(api.system.status.queryOptions())
void queryClient.prefetchQuery(api.staff.session.queryOptions())

const root = document.getElementById('root')
if (root !== null) void startI18n().then(() => createRoot(root).render(<App />))
