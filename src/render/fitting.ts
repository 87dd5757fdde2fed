/**
 * The longest run of things, from the first, whose texts have room in `max` characters.
 *
 * @param textOf a thing's text, which stands on a line of its own
 */
export function firstFitting<Thing>(things: Thing[], max: number, textOf: (thing: Thing) => string): Thing[] {
  let length = 0
  const end = things.findIndex((thing) => (length += textOf(thing).length + 1) > max)
  return end < 0 ? things : things.slice(0, end)
}
