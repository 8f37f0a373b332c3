import { useEffect, useRef, useState } from 'react';
import type { PropsWithChildren } from 'react';

interface NoticeTimerProps extends PropsWithChildren {
  milliseconds: number;
  onEnd: () => void;
}

/** Ends by itself, but not while someone points at it or has focus in it (WCAG 2.2.1). */
export const NoticeTimer = ({ milliseconds, onEnd, children }: NoticeTimerProps) => {
  const [held, setHeld] = useState(false);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => end.current(), milliseconds);
    return () => clearTimeout(timer);
  }, [held, milliseconds]);
  return (
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {children}
    </div>
  );
};
