import '../../acting.css';
import { ActingLayout } from '../shell';

// The database is never asked while building; kept pages are the HTTP front's business.
export const dynamic = 'force-dynamic';

export default ActingLayout;
