import { LinkPage } from './link-page';

export default function ResetPasswordPage() {
  return <LinkPage purpose="reset" />;
}
