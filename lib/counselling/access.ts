import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with what everybody reads about the counselling. */
export const COUNSELLING_RIGHTS = {
  /** Topic pages: writing, reviewing, publishing, taking back. */
  topics: right('counselling.topics', mayCoordinate),
};
