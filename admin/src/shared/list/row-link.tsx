import { styled } from 'styled-components';
import { Link, type LinkProps } from 'react-router-dom';

/** A row's link: Enter opens it, j and k move between these. */
export const RowLink = (props: LinkProps) => <CellLink data-row-link {...props} />;

/** A link in a row to something else. */
export const CellLink = styled(Link)`
  display: block;
  overflow: hidden;
  text-overflow: ellipsis;
  text-decoration: none;
  padding: 2px;
  margin-inline-start: -2px;
  color: ${({ theme }) => theme.colors.neutral800};

  &:hover {
    text-decoration: underline;
  }
`;
