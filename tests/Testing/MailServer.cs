using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Integrationskonzept.Testing;

/// <summary>A mail received: the envelope and the content.</summary>
public sealed record ReceivedMail(string From, string To, MimeMessage Message);

/// <summary>A small SMTP server (RFC 5321) that takes mails, or fails as it is told.</summary>
public sealed class MailServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly ConcurrentQueue<ReceivedMail> received = new();
    readonly Task running;

    public MailServer()
    {
        listener.Start();
        running = RunAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<ReceivedMail> Received => [.. received];

    public IReadOnlyList<ReceivedMail> To(string address) => [.. received.Where(mail => mail.To == address)];

    /// <summary>What to answer to RCPT, instead of 250; by address.</summary>
    public Func<string, string?> OnRecipient { get; set; } = _ => null;

    /// <summary>Takes the content, tells this, and hangs up without an answer when it says so.</summary>
    public Func<ReceivedMail, bool> HangUpAfter { get; set; } = _ => false;

    /// <summary>Takes connections and never says a word.</summary>
    public bool IsSilent { get; set; }

    async Task RunAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException) { }
    }

    async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
            if (IsSilent)
                await Task.Delay(Timeout.Infinite, stop.Token);
            await writer.WriteLineAsync("220 test ESMTP");
            var (from, to) = ("", "");
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var answer = line.Split(' ', ':')[0].ToUpperInvariant() switch
                {
                    "EHLO" or "HELO" => "250 test",
                    "MAIL" => Keep(from = Path(line), "250 2.1.0 OK"),
                    "RCPT" => OnRecipient(to = Path(line)) ?? "250 2.1.5 OK",
                    "DATA" => "354 go on",
                    "RSET" or "NOOP" => "250 OK",
                    "QUIT" => "221 bye",
                    _ => "502 5.5.1 unknown",
                };
                await writer.WriteLineAsync(answer);
                if (answer[0] == '2' && line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                    return;
                if (answer[..3] != "354")
                    continue;
                var mail = new ReceivedMail(from, to, await ContentAsync(reader));
                received.Enqueue(mail);
                if (HangUpAfter(mail))
                    return;
                await writer.WriteLineAsync("250 2.0.0 taken");
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException) { }
    }

    static string Keep(string _, string answer) => answer;

    static string Path(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

    async Task<MimeMessage> ContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(content.ToString()));
        return await MimeMessage.LoadAsync(stream);
    }

    public async ValueTask DisposeAsync()
    {
        if (running.IsCompleted)
            return;
        await stop.CancelAsync();
        await running;
        listener.Stop();
        stop.Dispose();
    }
}
