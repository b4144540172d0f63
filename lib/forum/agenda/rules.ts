/** The order after one item went one place up or down; at the edge nothing changes. */
export function afterMove(
  order: readonly string[],
  item: string,
  move: 'up' | 'down' | 'remove',
): string[] {
  const from = order.indexOf(item);
  const rest = order.filter((id) => id !== item);
  if (from < 0 || move === 'remove') return rest;
  const to = Math.min(rest.length, Math.max(0, from + (move === 'up' ? -1 : 1)));
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
