import './design.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Page } from './page.tsx'
import { startTheme } from './theme.ts'
import { startWatching } from './who-am-i.ts'

startTheme()
startWatching()

const root = document.getElementById('page')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  )
}

// Once the first screen stands, what a Teams pane needs is fetched ahead, so that the first one opens at once.
window.addEventListener('load', () =>
  setTimeout(() => void import('./teams/teams-pane.tsx').catch(() => {}), 500),
)
