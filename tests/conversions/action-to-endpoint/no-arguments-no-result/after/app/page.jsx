import { SignOut } from "./sign-out"

export default function Page() {
    return <SignOut />
}
