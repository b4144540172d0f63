import { mayCoordinate, mayCounsel } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with what everybody reads about the counselling. */
export const COUNSELLING_RIGHTS = {
  /** Reads an edition and says that it is right, or that the click was a mistake: whoever counsels knows best. */
  review: right('counselling.review', (who) => mayCoordinate(who) || mayCounsel(who)),
  /** Prints blank what somebody signs for the counselling. */
  papers: right('counselling.papers', mayCounsel),
  /** Topic pages: writing, publishing, taking back. */
  topics: right('counselling.topics', mayCoordinate),
};
