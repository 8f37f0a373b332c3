import { styled } from 'styled-components';

interface IntervalBarProps {
  rate: number;
  interval: [number, number];
  /** The share at its right end. */
  end: number;
}

/** Where a rate lies, and how sure that is. The figures beside it say the same. */
export const IntervalBar = ({ rate, interval: [low, high], end }: IntervalBarProps) => {
  const at = (share: number) => `${(end === 0 ? 0 : share / end) * 100}%`;
  return (
    <Track aria-hidden>
      <Span style={{ left: at(low), width: at(high - low) }} />
      <Mark style={{ left: at(rate) }} />
    </Track>
  );
};

const Track = styled.div`
  position: relative;
  height: 0.8rem;
  margin: 0.4rem 0;
  overflow: hidden;
  border-radius: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const Span = styled.div`
  position: absolute;
  height: 100%;
  background: ${({ theme }) => theme.colors.primary200};
`;

const Mark = styled.div`
  position: absolute;
  width: 0.3rem;
  height: 100%;
  margin-left: -0.15rem;
  background: ${({ theme }) => theme.colors.primary600};
`;
