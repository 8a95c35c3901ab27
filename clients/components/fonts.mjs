// KERN's fonts in two parts, so that nobody loads letters that the page does not have: what German and most languages around it
// are written with, and the rest of Latin, Greek and Cyrillic.
// The ranges stand in components.css, too.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import subset from 'subset-font'

const [from, to] = process.argv.slice(2)
const parts = {
  latin: [[0x20, 0x17f], [0x1e9e, 0x1e9e], [0x2000, 0x206f], [0x20a0, 0x20bf], [0x2190, 0x2199], [0x2212, 0x2212]],
  more: [[0x180, 0x24f], [0x370, 0x52f], [0x1e00, 0x1e9d], [0x1e9f, 0x1eff], [0x2100, 0x215f], [0x2215, 0x2265]]
}
await mkdir(to, { recursive: true })
for (const name of ['FiraSans-Regular', 'FiraSans-SemiBold']) {
  const font = await readFile(`${from}/${name}.woff2`)
  for (const [part, ranges] of Object.entries(parts)) {
    const text = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))).join('')
    await writeFile(`${to}/${name}-${part}.woff2`, await subset(font, text, { targetFormat: 'woff2' }))
  }
}
