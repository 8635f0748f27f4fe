import { render } from "preact";
import { session } from "./state/session.ts";
import { Welcome } from "./views/welcome.tsx";
import { Workspace } from "./views/workspace.tsx";

const Page = () => (session.value ? <Workspace key={session.value.token} /> : <Welcome />);

const place = document.getElementById("page");
if (place) render(<Page />, place);
