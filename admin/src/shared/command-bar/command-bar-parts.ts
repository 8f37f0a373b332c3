import { styled } from 'styled-components';

export const Input = styled.input`
  width: 100%;
  padding: ${({ theme }) => `${theme.spaces[4]} ${theme.spaces[5]}`};
  border: 0;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.6rem;

  &:focus-visible {
    outline: none;
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
  }
  &::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
    opacity: 1;
  }
`;

/** Of one height, so that the bar does not jump with each letter. */
export const List = styled.div`
  height: 36rem;
  max-height: 60vh;
  overflow-y: auto;
  padding: ${({ theme }) => theme.spaces[2]};
`;

export const Option = styled.div`
  display: flex;
  align-items: baseline;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;
