//! The tools that must be there beforehand: looked for before they are needed, and named with the command that installs them.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::shell::{self, Shell};

/// The lowest Node that the package supports, and that the tools of the playground ask for.
const NODE: (u32, u32) = (20, 19);

/// Node, npm and a C compiler: what the build needs and can't bring along.
pub(crate) fn prerequisites(project: &Project) -> Result<()> {
    node(project)?;
    if find("npm").is_none() {
        bail!(
            "npm is needed and is not on the PATH; install it with `{}`",
            install(Tool::Node)
        );
    }
    // Build scripts are linked by it for this machine, even where the product is WebAssembly.
    if !["cc", "gcc", "clang", "cl"]
        .iter()
        .any(|name| find(name).is_some())
    {
        bail!(
            "a C compiler is needed and none is on the PATH; install it with `{}`",
            install(Tool::Compiler)
        );
    }
    Ok(())
}

fn node(project: &Project) -> Result<()> {
    let (major, minor) = NODE;
    let wanted = format!("Node {major}.{minor} or later is needed");
    let Ok(version) = shell::output(&mut project.node(["--version"])) else {
        bail!(
            "{wanted} and `node` is not on the PATH; install it with `{}`",
            install(Tool::Node)
        );
    };
    if node_version(&version).is_none_or(|found| found < NODE) {
        bail!(
            "{wanted} and {} is there; install it with `{}`",
            version.trim(),
            install(Tool::Node)
        );
    }
    Ok(())
}

/// `v20.19.1` as (20, 19).
fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Adds the WebAssembly target to the toolchain if it is not there: rustup may be set to install nothing by itself.
pub(crate) fn wasm_target(project: &Project, shell: &Shell) -> Result<()> {
    let libraries = shell::output(&mut project.command(
        "rustc",
        ["--print", "target-libdir", "--target", crate::wasm::TARGET],
    ))?;
    if PathBuf::from(libraries.trim()).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "the Rust target {} is needed and there is no rustup to add it with",
            crate::wasm::TARGET
        );
    }
    shell.run(&mut project.command("rustup", ["target", "add", crate::wasm::TARGET]))
}

/// Chromium and its driver, installed with Debian's packages where they are missing and we may.
pub(crate) fn chromium(project: &Project, shell: &Shell) -> Result<PathBuf> {
    let there = || Some((find_chromium()?, find("chromedriver")?));
    if there().is_none() && find("apt-get").is_some() && is_root(project) {
        shell.run(&mut project.command("apt-get", ["update"]))?;
        let packages = [
            "install",
            "--yes",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
        ];
        shell.run(
            project
                .command("apt-get", packages)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )?;
    }
    let (chromium, _driver) = there().with_context(|| {
        format!(
            "Chromium and chromedriver are needed on the PATH; install them with `{}`",
            install(Tool::Chromium)
        )
    })?;
    Ok(chromium)
}

fn find_chromium() -> Option<PathBuf> {
    match env::var_os("CHROMIUM") {
        Some(path) => Some(path.into()),
        None => ["chromium", "chromium-browser", "google-chrome"]
            .into_iter()
            .find_map(find),
    }
}

/// Go, for the oracle.
pub(crate) fn go() -> Result<()> {
    if find("go").is_none() {
        bail!(
            "Go is needed to build the oracle and is not on the PATH; install it with `{}`",
            install(Tool::Go)
        );
    }
    Ok(())
}

/// Opens an address in the browser of whoever sits before this machine. Nothing happens where nobody does.
pub(crate) fn open(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else if env::var_os("DISPLAY")
        .or_else(|| env::var_os("WAYLAND_DISPLAY"))
        .is_some()
    {
        Command::new("xdg-open")
    } else {
        return;
    };
    // The address stands on the terminal in any case, so a browser that doesn't start is no failure.
    drop(
        command
            .arg(address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn(),
    );
}

/// Where a program lies, as the PATH of the environment says.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let name = OsStr::new(program);
    let endings: &[&str] = if cfg!(windows) {
        &["exe", "cmd"]
    } else {
        &[""]
    };
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(name).with_extension(ending))
        })
        .find(|candidate| candidate.is_file())
}

fn is_root(project: &Project) -> bool {
    shell::output(&mut project.command("id", ["-u"])).is_ok_and(|id| id.trim() == "0")
}

#[derive(Clone, Copy)]
enum Tool {
    Node,
    Compiler,
    Chromium,
    Go,
}

/// The one command that installs a tool on this machine.
fn install(tool: Tool) -> &'static str {
    let command = install_as_user(tool);
    // Where there is no sudo, everybody is root already.
    match command.strip_prefix("sudo ") {
        Some(command) if find("sudo").is_none() => command,
        _ => command,
    }
}

/// The same, by its package manager.
fn install_as_user(tool: Tool) -> &'static str {
    let manager = ["brew", "dnf", "pacman", "apt-get"]
        .into_iter()
        .find(|name| find(name).is_some());
    match (manager, tool) {
        (Some("brew"), Tool::Node) => "brew install node",
        (Some("brew"), Tool::Compiler) => "xcode-select --install",
        (Some("brew"), Tool::Chromium) => "brew install --cask chromium chromedriver",
        (Some("brew"), Tool::Go) => "brew install go",
        (Some("dnf"), Tool::Node) => "sudo dnf install -y nodejs npm",
        (Some("dnf"), Tool::Compiler) => "sudo dnf install -y gcc",
        (Some("dnf"), Tool::Chromium) => "sudo dnf install -y chromium chromedriver",
        (Some("dnf"), Tool::Go) => "sudo dnf install -y golang",
        (Some("pacman"), Tool::Node) => "sudo pacman -S --needed nodejs npm",
        (Some("pacman"), Tool::Compiler) => "sudo pacman -S --needed gcc",
        (Some("pacman"), Tool::Chromium) => "sudo pacman -S --needed chromium",
        (Some("pacman"), Tool::Go) => "sudo pacman -S --needed go",
        // Debian's own Node may be older than what is needed; `n` brings the current one.
        (_, Tool::Node) => {
            "sudo sh -c 'apt-get install -y nodejs npm && npm install --global n && n lts'"
        }
        (_, Tool::Compiler) => "sudo apt-get install -y gcc libc6-dev",
        (_, Tool::Chromium) => "sudo apt-get install -y chromium chromium-driver",
        (_, Tool::Go) => "sudo apt-get install -y golang",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_compare_as_numbers() {
        assert_eq!(node_version("v20.19.1\n"), Some((20, 19)));
        assert!(node_version("v20.9.0") < Some(NODE));
        assert!(node_version("v24.0.0-nightly") > Some(NODE));
        assert_eq!(node_version("20.19.1"), None);
    }
}
