import { mayCoordinate, mayReadFigures } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who reads figures before they are public. */
export const REPORT_RIGHTS = {
  read: right('reports.read', mayReadFigures),
  /** What a figure counts, one by one, with titles. */
  records: right('reports.records', mayCoordinate),
};
