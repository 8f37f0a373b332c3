import { styled } from 'styled-components';

interface ProgressLineProps {
  /** 0 to 100; null while it is not known how much there is. */
  percent: number | null;
  label: string;
}

/** As wide as its place; the Design System's own is a fixed ten letters. */
export const ProgressLine = ({ percent, label }: ProgressLineProps) => (
  <Track
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={percent ?? undefined}
  >
    <Bar style={{ width: `${percent ?? 0}%` }} />
  </Track>
);

const Track = styled.div`
  height: 0.6rem;
  overflow: hidden;
  border-radius: 0.3rem;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const Bar = styled.div`
  height: 100%;
  border-radius: inherit;
  background: ${({ theme }) => theme.colors.primary600};
  transition: width 300ms;
`;
