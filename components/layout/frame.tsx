import { FrameFooter } from './frame-footer';
import { Brand, FrameHeader, FrameNav, HelpStrip, SkipLink } from './frame-parts';
import type { FrameProps } from './frame-types';

/*
 * A layout does not know the path it is shown under, so the page (or its shell) renders the frame
 * and marks what is current. Help stands first and in the same order in every frame.
 */

/** Reading pages: header, content, the town at night with the office below. */
export function PublicFrame({ children, ...frame }: FrameProps) {
  return (
    <>
      <SkipLink label={frame.labels.skip} />
      <HelpStrip {...frame} />
      <FrameHeader {...frame} />
      <main className="main" id="inhalt" tabIndex={-1}>
        {children}
      </main>
      <FrameFooter {...frame} />
    </>
  );
}

/** Acting pages: the same house, the content in one narrow column, nothing beside it. */
export function ActFrame({ children, ...frame }: FrameProps) {
  return (
    <PublicFrame {...frame}>
      <div className="main-narrow">{children}</div>
    </PublicFrame>
  );
}

/** The office: compact, navigation at the side, for people who are here all day. */
export function TeamFrame({ children, ...frame }: FrameProps) {
  return (
    <div className="team">
      <SkipLink label={frame.labels.skip} />
      <HelpStrip {...frame} />
      <div className="team-columns">
        <header className="team-side">
          <Brand site={frame.site} />
          <FrameNav {...frame} />
        </header>
        <main className="main" id="inhalt" tabIndex={-1}>
          {children}
        </main>
      </div>
      <FrameFooter {...frame} plain />
    </div>
  );
}
