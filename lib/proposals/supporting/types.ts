/** The one question of the supporting page. */
export interface SupportChoice {
  number: number;
  title: string;
  supporters: number;
  isSupported: boolean;
  isOwn: boolean;
  canSupport: boolean;
}
