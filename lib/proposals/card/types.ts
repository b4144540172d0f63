/** Why the words the office typed in stay as they are. */
export type CardStays = 'ownWords' | 'agreed' | 'over' | 'inVote';
