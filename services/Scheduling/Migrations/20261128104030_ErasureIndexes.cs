using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Scheduling.Migrations
{
    /// <inheritdoc />
    public partial class ErasureIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_poll_invitations_tenant_address_key",
                table: "poll_invitations",
                columns: new[] { "tenant", "address_key" });

            migrationBuilder.CreateIndex(
                name: "ix_poll_answers_tenant_subject",
                table: "poll_answers",
                columns: new[] { "tenant", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_mails_reference",
                table: "mails",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_address_key",
                table: "invitations",
                columns: new[] { "tenant", "address_key" });

            migrationBuilder.CreateIndex(
                name: "ix_check_ins_tenant_by",
                table: "check_ins",
                columns: new[] { "tenant", "by" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_poll_invitations_tenant_address_key",
                table: "poll_invitations");

            migrationBuilder.DropIndex(
                name: "ix_poll_answers_tenant_subject",
                table: "poll_answers");

            migrationBuilder.DropIndex(
                name: "ix_mails_reference",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_invitations_tenant_address_key",
                table: "invitations");

            migrationBuilder.DropIndex(
                name: "ix_check_ins_tenant_by",
                table: "check_ins");
        }
    }
}
