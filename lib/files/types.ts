/** A file that lies in the store and that no row names yet. */
export interface KeptFile {
  id: string;
}
