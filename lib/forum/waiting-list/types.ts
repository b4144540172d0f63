/** How full a session is, as one statement reads it. */
export interface Seats {
  /** Seats of the room; null: nobody is ever turned away. */
  capacity: number | null;
  /** Persons with a seat. */
  confirmed: number;
  waitingGroups: number;
  /** Persons of the smallest waiting group; null: nobody waits. */
  smallestWaiting: number | null;
  /** Highest queue number given so far. */
  lastQueueNumber: number;
}

export interface WaitingGroup {
  id: string;
  persons: number;
  queueNumber: number;
}
