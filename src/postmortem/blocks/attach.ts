import type { Block } from './types.ts'

/**
 * "* Alerting:" with its explanation in the next paragraph, or its points in the next list, that the author
 * forgot to indent: what follows an item that ends in a colon belongs to it.
 */
export function attachBodies(blocks: readonly Block[]): Block[] {
  const attached: Block[] = []
  for (const block of blocks) {
    const before = attached[attached.length - 1]
    const item = before?.type === 'list' ? before.items[before.items.length - 1] : undefined
    const announces = item?.children.length === 0 && /[:：]$/.test(item.head?.text ?? '')
    if (item && before && announces && (block.type === 'paragraph' || block.type === 'list')) {
      item.children.push(block)
      item.endLine = before.endLine = block.endLine
    } else attached.push(block)
  }
  return attached
}
