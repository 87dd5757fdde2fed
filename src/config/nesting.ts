import { CST, Lexer } from 'yaml'

/** The configuration needs three levels. The YAML parser needs minutes for thousands. */
const deepest = 16

/**
 * Finds values nested too deeply to be read, without building them.
 *
 * @param text YAML
 * @returns the offset where the nesting gets too deep, or null
 */
export function tooDeepAt(text: string): number | null {
  let offset = 0
  let brackets = 0
  let marksOnLine = 0
  for (const token of new Lexer().lex(text)) {
    switch (CST.tokenType(token)) {
      case 'flow-seq-start':
      case 'flow-map-start':
        brackets += 1
        break
      case 'flow-seq-end':
      case 'flow-map-end':
        brackets -= 1
        break
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        marksOnLine += 1
        break
      case 'newline':
        marksOnLine = 0
        break
    }
    if (brackets > deepest || (brackets === 0 && marksOnLine > deepest)) return offset
    offset += isVirtual(token) ? 0 : token.length
  }
  return null
}

/** The lexer marks scalars and document starts with control characters that are not in the text. */
function isVirtual(token: string): boolean {
  return token === CST.SCALAR || token === CST.DOCUMENT || token === CST.FLOW_END
}
