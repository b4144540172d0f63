import { activationPaths } from '@/lib/activation/paths';
import type { PublicPhoto } from '@/lib/activation/photos/types';
import { contentLang } from '@/lib/core/paths';

/** A photo with what is to be seen on it; its place is kept before it is there, so no text jumps and those far down come later. */
export function TrialPhoto({ locale, photo }: { locale: string; photo: PublicPhoto }) {
  return (
    // biome-ignore lint/performance/noImgElement: files are sized when they are stored
    <img
      className="mt-4"
      // The shape of most photos, until its own is known.
      width={512}
      height={384}
      src={activationPaths.photo(photo.id)}
      alt={photo.altText}
      lang={contentLang(locale)}
      loading="lazy"
    />
  );
}
