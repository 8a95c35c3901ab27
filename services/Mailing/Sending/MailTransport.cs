using Integrationskonzept.Mailing.Messages;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Integrationskonzept.Mailing.Sending;

/// <summary>Hands mails to a server, or puts them into the pickup folder.</summary>
public sealed class MailTransport(IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>Sends at once; returns what the server answered.</summary>
    public async Task<string> SendAsync(Mail mail, Guid id, CancellationToken ct)
    {
        var message = MimeWriter.Write(mail, id, options.Value.Domain ?? "localhost", time.GetUtcNow());
        if (mail.Sender.Smtp is { } server)
            return await SendAsync(server, message, MimeWriter.EnvelopeSender(mail.Sender, id), ct);
        return options.Value.PickupFolder is { Length: > 0 } folder ? await PutAsync(folder, message, ct) : throw new NoMailServer();
    }

    async Task<string> SendAsync(SmtpServer server, MimeMessage message, MailboxAddress from, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Value.SendLimit);
        using var client = new SmtpClient();
        var handed = false;
        try
        {
            using var socket = await SmtpHost.ConnectAsync(server, server.IsOurs || options.Value.AllowPrivateHosts == true, limit.Token);
            await client.ConnectAsync(
                socket,
                server.Host,
                server.Port,
                server.Security switch
                {
                    SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                    SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                    _ => SecureSocketOptions.None,
                },
                limit.Token
            );
            if (server.User is { } user)
                await client.AuthenticateAsync(user, server.Secret ?? "", limit.Token);
            handed = true;
            var reply = await client.SendAsync(message, from, message.To.Mailboxes, limit.Token);
            await QuitAsync(client, limit.Token);
            return reply;
        }
        catch (SmtpCommandException refused)
        {
            throw MailRefused.From(refused);
        }
        catch (Exception failure) when (failure is not (NoMailServer or HostNotAllowed) && !ct.IsCancellationRequested)
        {
            throw new MailFailed(CodeOf(failure), inDoubt: handed, failure);
        }
    }

    /// <summary>The server has it already: whatever happens now, it is sent.</summary>
    static async Task QuitAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested) { }
    }

    static string CodeOf(Exception failure) =>
        failure switch
        {
            OperationCanceledException => "timeout",
            AuthenticationException => "authentication",
            SslHandshakeException => "tls",
            System.Net.Sockets.SocketException socket => $"socket {socket.SocketErrorCode}",
            _ => failure.GetType().Name,
        };

    /// <summary>Under its id as its name, whole or not at all: a second time changes nothing.</summary>
    static async Task<string> PutAsync(string folder, MimeMessage message, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, message.MessageId![..message.MessageId!.IndexOf('@')]);
        var part = $"{name}.{Guid.CreateVersion7():N}.part";
        await message.WriteToAsync(part, ct);
        File.Move(part, name + ".eml", overwrite: true);
        return "Written to the pickup folder.";
    }
}
