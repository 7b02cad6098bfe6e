/** How grave a red line is: the bureau's own colours, always said in words too. */
export type Grade = 'red' | 'yellow';
