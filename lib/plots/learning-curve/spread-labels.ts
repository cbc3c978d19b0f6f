/**
 * Moves labels apart along one axis until no two are closer than `gap`, as little as it takes, in their order.
 *
 * @param places - where each label would like to be
 * @returns where each goes, in the order of `places`
 * @example
 * spreadLabels([1, 1, 5], 2); // [0, 2, 5]
 */
export function spreadLabels(places: readonly number[], gap: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
  // Labels that touch form a block, which is centred on the mean of the places that its labels would like.
  const blocks: { members: number[]; start: number }[] = [];
  for (const i of order) {
    let block = { members: [i], start: places[i]! };
    for (
      let before = blocks.at(-1);
      before && before.start + gap * before.members.length > block.start;
      before = blocks.at(-1)
    ) {
      blocks.pop();
      const members = [...before.members, ...block.members];
      const wished = members.reduce((sum, member, k) => sum + places[member]! - gap * k, 0) / members.length;
      block = { members, start: wished };
    }
    blocks.push(block);
  }
  const moved = [...places];
  for (const { members, start } of blocks)
    for (const [k, member] of members.entries()) moved[member] = start + gap * k;
  return moved;
}
