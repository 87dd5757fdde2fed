/** Text that is HTML already and goes into a page as it is. */
export class Html {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

const sourceOf = (value: Html | Html[] | string | number): string => {
  if (value instanceof Html) return value.source
  return Array.isArray(value) ? value.map(({ source }) => source).join('') : escape(String(value))
}

/** Builds HTML; text in the holes is escaped. */
export const markup = (parts: TemplateStringsArray, ...values: (Html | Html[] | string | number)[]): Html =>
  new Html(String.raw({ raw: parts }, ...values.map(sourceOf)))

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328 }
a { color: #0969da; text-decoration: none } a:hover { text-decoration: underline }
h1 small, .muted { color: #59636e; font-weight: normal }
.state { color: #fff; border-radius: 2rem; padding: .2rem .7rem; background: #1a7f37 }
.closed { background: #8250df } .label { border: 1px solid #d1d9e0; border-radius: 2rem; padding: 0 .5rem; margin-right: .3rem }
article { border: 1px solid #d1d9e0; border-radius: .4rem; margin: 1rem 0 } article header { background: #f6f8fa; padding: .4rem 1rem }
article > div { padding: .2rem 1rem; overflow-x: auto }
table { border-collapse: collapse } td, th { border: 1px solid #d1d9e0; padding: .3rem .7rem }
pre { background: #f6f8fa; padding: .7rem; overflow-x: auto } .line:target { background: #fff8c5 } .line > a { color: #59636e; padding-right: 1rem }
`

/** A whole page. */
export const page = (title: string, content: Html): string =>
  markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        ${content}
      </body>
    </html> `.source
