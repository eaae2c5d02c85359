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
