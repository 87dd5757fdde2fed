import { markup, type Html } from './html.ts'

/** A file with numbered lines, so that `#L12` leads to a line as on GitHub. */
export const filePage = (path: string, text: string): Html => {
  const lines = text.split('\n').map((line, index) => {
    const number = index + 1
    return markup`<div class="line" id="L${number}"><a href="#L${number}">${number}</a>${line}</div>`
  })
  return markup`<h1>${path}</h1>
    <pre>${lines}</pre>`
}
