/** Towns of 青禾县, and how large each is beside the others. */
export const TOWNS: readonly (readonly [name: string, weight: number])[] = [
  ['青山镇', 1.4],
  ['白水乡', 0.8],
  ['石桥乡', 1],
  ['云岭镇', 1.6],
  ['河口镇', 0.9],
  ['东坪乡', 1.1],
  ['南河乡', 0.7],
  ['柳林镇', 1.3],
  ['双溪乡', 0.3],
  ['北关镇', 1.2],
];
