import '../design.css'
import '../slack/slack.css'
import '../slack/messages.css'
import '../slack/blocks.css'
import '../slack/controls.css'
import '../slack/windows.css'
import '../teams/teams-pane.css'
import './catalogue.css'
import { createRoot } from 'react-dom/client'
import { startTheme } from '../theme.ts'
import { Catalogue } from './catalogue.tsx'
import { readPieces } from './pieces.ts'

startTheme()

const root = document.getElementById('page')
if (root) createRoot(root).render(<Catalogue casts={readPieces()} />)
