//! A web server for one folder of plain files, on this machine only: what a static host does, and nothing more.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result};

/// The longest head of a request that is read, in bytes.
const LONGEST_HEAD: u64 = 64 * 1024;

/// A server that is bound, and may run.
pub(crate) struct Server {
    listener: TcpListener,
    folder: Arc<Path>,
}

impl Server {
    /// Takes the port on the loopback address; 0 takes any that is free.
    pub(crate) fn bind(folder: &Path, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
            format!("port {port} of 127.0.0.1 can't be taken; `--port 0` takes a free one")
        })?;
        Ok(Self {
            listener,
            folder: folder.into(),
        })
    }

    /// Where a browser finds the folder.
    pub(crate) fn address(&self) -> Result<String> {
        let SocketAddr::V4(address) = self.listener.local_addr()? else {
            anyhow::bail!("the server is bound to another than an IPv4 address");
        };
        Ok(format!("http://{address}/"))
    }

    /// Answers requests until the process ends.
    pub(crate) fn run(&self) {
        for stream in self.listener.incoming().flatten() {
            let folder = Arc::clone(&self.folder);
            // A browser that hangs up early is its own business.
            thread::spawn(move || drop(answer(&stream, &folder)));
        }
    }
}

fn answer(mut stream: &TcpStream, folder: &Path) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(stream.take(LONGEST_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    // The rest of the head is read, or closing resets the connection before the answer has arrived.
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }

    let mut words = request.split_ascii_whitespace();
    let (status, kind, body) = match (words.next(), words.next()) {
        (Some("GET" | "HEAD"), Some(target)) => {
            match file(folder, target).and_then(|path| Some((fs::read(&path).ok()?, path))) {
                Some((body, path)) => ("200 OK", kind(&path), body),
                None => (
                    "404 Not Found",
                    "text/plain; charset=utf-8",
                    b"There is no such file.\n".to_vec(),
                ),
            }
        }
        _ => (
            "405 Method Not Allowed",
            "text/plain; charset=utf-8",
            b"Files are only read here.\n".to_vec(),
        ),
    };
    // Without a cache, what a build changes is seen at the next load.
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if !request.starts_with("HEAD") {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The file that a request's target names, or nothing if that lies outside the folder.
fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = PathBuf::from(decoded(path)?);
    if !path
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let path = folder.join(path);
    Some(if path.is_dir() {
        path.join("index.html")
    } else {
        path
    })
}

/// Takes `%20` and the like out of a path.
fn decoded(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// The media type by the file's ending: browsers compile a module while it arrives only under the right one.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("yaml" | "yml" | "txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_target_leads_out_of_the_folder() {
        let folder = Path::new("/srv/page");
        assert_eq!(
            file(folder, "/a/b.js?v=1"),
            Some(PathBuf::from("/srv/page/a/b.js"))
        );
        assert_eq!(
            file(folder, "/a%20b.js"),
            Some(PathBuf::from("/srv/page/a b.js"))
        );
        for outside in [
            "/../secret",
            "/a/../../secret",
            "/%2e%2e/secret",
            "//etc/passwd",
            "/%2Fetc/passwd",
            "a.js",
            "/%",
            "/%zz",
        ] {
            assert_eq!(file(folder, outside), None, "{outside}");
        }
    }

    #[test]
    fn a_file_is_served_with_its_media_type_and_a_missing_one_is_not() {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        crate::shell::write(&folder.join("index.html"), "<p>page</p>").unwrap();
        let server = Server::bind(&folder, 0).unwrap();
        let address = server.address().unwrap();
        thread::spawn(move || server.run());
        let get = |target: &str| {
            let host = address.trim_start_matches("http://").trim_end_matches('/');
            let mut stream = TcpStream::connect(host).unwrap();
            write!(stream, "GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let page = get("/");
        assert!(
            page.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html"),
            "{page}"
        );
        assert!(page.ends_with("<p>page</p>"), "{page}");
        assert!(get("/missing.js").starts_with("HTTP/1.1 404"));
        fs::remove_dir_all(folder).unwrap();
    }
}
