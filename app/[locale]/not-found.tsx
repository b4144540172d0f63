import { ToFailure } from '@/components/layout/to-failure';

/** What is gone when a form's answer makes its page anew; addresses asked for are answered by the front. */
export default function GonePage() {
  return <ToFailure code="weg" />;
}
