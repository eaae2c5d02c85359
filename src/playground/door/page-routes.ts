import { extname } from 'node:path'
import type { Listener, Routes } from '../../http/server.ts'
import type { BuiltPage } from './built-page.ts'
import { forThisMachine } from './guard.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The page at `/` and what it loads, out of memory. Names of assets change with their content, so browsers keep them. */
export function pageRoutes({ files }: BuiltPage): Routes {
  return Object.fromEntries(
    [...files].map(([path, bytes]) => [
      `GET ${path === '/index.html' ? '/' : path}`,
      forThisMachine(serving(path, bytes)),
    ]),
  )
}

function serving(path: string, bytes: Buffer): Listener {
  const headers = {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'content-length': bytes.length,
    ...(path.startsWith('/assets/') && { 'cache-control': 'public, max-age=31536000, immutable' }),
  }
  return (_request, response) => {
    response.writeHead(200, headers)
    response.end(bytes)
  }
}
