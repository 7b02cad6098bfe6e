/** How much of the place of a finding belongs to its meaning: one about a whole column is of no row. */
export type Extent = 'cell' | 'column' | 'table';
